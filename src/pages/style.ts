/** The one style sheet, in the page itself: nothing else is to be fetched. */
export const styleCss = `
:root{color-scheme:light dark;font:1.0625rem/1.6 Georgia,"Noto Serif",serif}
body{max-width:42rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
header{border-bottom:1px solid;margin-bottom:1.5rem;padding-bottom:.5rem;font-weight:bold}
h1,h2{line-height:1.25}
h2{font-size:1.15rem;margin:1.5rem 0 0}
a{color:inherit;text-underline-offset:.15em}
p{margin:.5rem 0}
img,video{max-width:100%;height:auto}
pre{overflow-x:auto}
code,pre{font-size:.9em}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid;opacity:.85}
table{display:block;overflow-x:auto;border-collapse:collapse}
th,td{border-bottom:1px solid;padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top}
.feeds{display:inline-flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0;padding:0;list-style:none}
.meta{font-size:.9rem;opacity:.8}
`.trim();
