/* Thai is written without spaces between words, and the search of the theme takes for a word what
   stands between spaces. Pages and queries are therefore cut into words, by the same cutter, on
   their way to the search's worker. Messages to it are { type, data }: 0 brings the pages, 2 a
   query (see SearchMessage in the theme). */
(() => {
  if (!("Segmenter" in Intl)) return;
  const cutter = new Intl.Segmenter("th", { granularity: "word" });
  const cut = (text, join) =>
    text.replace(/[\u0e00-\u0e7f]+/g, (run) =>
      join(Array.from(cutter.segment(run), (piece) => piece.segment)),
    );
  const marked = (words) => words.join("\u200b");
  // All words of a run must be there; the last may still be being typed.
  const wanted = (words) =>
    words.length > 1 ? ` ${words.map((word) => `+${word}`).join(" ")}* ` : words[0];

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.type === 0) {
      const docs = message.data.docs.map((doc) => ({
        ...doc,
        title: cut(doc.title, marked),
        text: cut(doc.text, marked),
      }));
      message = { ...message, data: { ...message.data, docs } };
    } else if (message.type === 2) {
      message = { ...message, data: cut(message.data, wanted) };
    }
    return post.call(this, message, ...rest);
  };
})();
