/* Thai is written without spaces between words, and the search of the theme takes for a word what
   stands between spaces. Pages and queries are therefore cut into words, by the same cutter, on
   their way to the search's worker. Messages to it are { type, data }: 0 brings the pages, 2 a
   query (see SearchMessage in the theme). */
(() => {
  if (!("Segmenter" in Intl)) return;
  const cutter = new Intl.Segmenter("th", { granularity: "word" });
  const words = (run) => Array.from(cutter.segment(run), (piece) => piece.segment);
  const cut = (text, between) =>
    text.replace(/[\u0e00-\u0e7f]+/g, (run) => words(run).join(between));

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.type === 0) {
      const docs = message.data.docs.map((doc) => ({
        ...doc,
        title: cut(doc.title, "\u200b"),
        text: cut(doc.text, "\u200b"),
      }));
      message = { ...message, data: { ...message.data, docs } };
    } else if (message.type === 2) {
      message = { ...message, data: cut(message.data, " ") };
    }
    return post.call(this, message, ...rest);
  };
})();
