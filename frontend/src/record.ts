/** A record as `thainews_ie.to_dict` gives it: the shape of the published JSON Schema. */

export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface Title extends Span {
  office: Span;
  organisation: Span | null;
  canonical: string;
  canonical_office: string;
  canonical_organisation: string | null;
  province_code: string | null;
  confidence: number;
}

export interface Person {
  name: string;
  honorific: string | null;
  given_name: string;
  surname: string | null;
  mentions: Span[];
  titles: Title[];
  roles: string[];
  role_evidence: (Span & { role: string; confidence: number })[];
  confidence: number;
}

export interface NewsDate extends Span {
  kind: string;
  value: string | null;
  reason: string | null;
  confidence: number;
}

export interface Award {
  name: string;
  start: number;
  end: number;
  canonical: string;
  category: Span | null;
  level: Span | null;
  year: number | null;
  year_span: Span | null;
  giver: Span | null;
  recipients: Span[];
  confidence: number;
}

export interface Venue extends Span {
  room: Span | null;
  floor: Span | null;
  building: Span | null;
  site: Span | null;
  subdistrict: string | null;
  subdistrict_code: string | null;
  district: string | null;
  district_code: string | null;
  province: string | null;
  province_code: string | null;
  confidence: number;
}

export interface NewsRecord {
  id: string;
  url: string | null;
  title: string | null;
  source: string | null;
  text_sha256: string | null;
  published: string | null;
  published_span: Span | null;
  people: Person[];
  dates: NewsDate[];
  awards: Award[];
  venues: Venue[];
  event: {
    name: string | null;
    name_span: { start: number; end: number } | null;
    start: string | null;
    end: string | null;
    time: string | null;
    when: Span[];
    confidence: number;
  };
  mode: {
    mode: string;
    platforms: string[];
    broadcasts: string[];
    evidence: (Span & { channel: string })[];
    confidence: number;
  };
  byline: {
    source: Span | null;
    reporter: Span | null;
    editor: Span | null;
    views: number | null;
    views_span: Span | null;
  };
}

/** What the first screen knows of an article; the article itself is unpacked when it is opened. */
export interface Entry {
  id: string;
  title: string;
  date: string | null;
  event: string | null;
  people: string[];
  provinces: string[];
  awards: string[];
  givers: string[];
  mode: string;
}
