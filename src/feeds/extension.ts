/** What the items' `_broadsheet` says (JSON Feed 1.1, "Extensions": `about` leads here). */
export const EXTENSION = {
  file: "json-feed-extension.txt",
  mediaType: "text/plain",
  text: `_broadsheet, an extension of items in JSON Feed 1.1

Each member stands only where there is something to say.

about     the address of this text
source    where the article was first published: an object of name, and url where it is known
agencies  the news agencies that it draws on: an array of their names, in lower case
initials  the initials with which its editors signed
note      what was changed since it was published, in the words of the source
related   headlines of the articles beside it on the page that it was read from: an array
`,
} as const;
