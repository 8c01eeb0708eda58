/** Colours of paper and ink, by day and by night; each pair has a contrast of 4.5 or more (WCAG 1.4.3). */
export const COLOURS = {
  light: "--paper:#fcfbf8;--ink:#1b1a18;--soft:#5c5850;--line:#d9d5cb;--box:#f3f0e8;--mark:#8b1e1e",
  dark: "--paper:#161513;--ink:#e9e5dc;--soft:#aaa496;--line:#3a3732;--box:#211f1c;--mark:#f0a08c",
} as const;

/** The one style sheet, in the page itself: nothing else is to be fetched. */
export const styleCss = `
:root{${COLOURS.light};color-scheme:light dark;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Iowan Old Style","Noto Serif","Noto Naskh Arabic",Georgia,serif;-webkit-text-size-adjust:100%}
@media(prefers-color-scheme:dark){:root{${COLOURS.dark}}}
*{box-sizing:border-box}
body{max-width:66rem;margin:0 auto;padding:0 1rem 2rem;overflow-wrap:break-word}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.18em;text-decoration-color:var(--soft)}
a:hover{color:var(--mark);text-decoration-color:currentColor}
:focus-visible,audio:focus-within{outline:3px solid var(--mark);outline-offset:2px}
main:focus{outline:none}
h1,h2,h3{line-height:1.2;text-wrap:balance;margin:1.5em 0 .4em}
p{margin:.6em 0}
ul{padding:0;list-style:none;margin:0}
img,video,svg{max-width:100%;height:auto}
figure{margin:1.25rem 0}
audio{display:block;width:100%;margin:1.25rem 0}
figcaption,.meta,.kind,.count,.topics,.feeds,.readers,.paging,.about,.masthead nav,footer,form,.box,.directory,.byline{font-family:system-ui,"Noto Sans","Noto Sans Arabic",sans-serif}
figcaption,.meta,.topics,.feeds,.readers,.paging,.masthead nav,footer,form,.box,.directory,.byline{font-size:.875rem;line-height:1.5}
figcaption,.meta,.kind,.count,footer{color:var(--soft)}
.unseen:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;padding:.5rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{top:0;color:var(--paper)}
.masthead{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1rem;padding-top:1.25rem;margin-bottom:1.5rem}
.name{flex:1 1 12rem}
.name h1,.name p{margin:0;font-size:clamp(1.6rem,1rem + 3vw,2.6rem);font-weight:700;line-height:1.1;letter-spacing:-.01em}
.name a{text-decoration:none}
search{flex:0 1 19rem;min-width:0}
form{display:flex;gap:.4rem}
input{flex:1;min-width:0;font:inherit;padding:.4rem .6rem;border:1px solid var(--soft);border-radius:4px;background:var(--paper);color:inherit}
::placeholder{color:var(--soft);opacity:1}
button{font:inherit;padding:.4rem .8rem;border:1px solid var(--soft);border-radius:4px;background:var(--box);color:inherit;cursor:pointer}
button:hover{border-color:var(--mark);color:var(--mark)}
.done::before{content:"✓ "}
.masthead nav{flex:1 0 100%;border-block:1px solid var(--line)}
.masthead ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.masthead li a{display:block;padding:.5rem 0;text-decoration:none}
@media(min-width:40rem){.masthead .subscribe{margin-inline-start:auto}}
.masthead .subscribe a{color:var(--mark);font-weight:600;text-decoration:underline}
.page{display:grid;gap:2.5rem;grid-template-columns:minmax(0,1fr)}
@media(min-width:56rem){.page{grid-template-columns:minmax(0,42rem) minmax(0,18rem);justify-content:space-between}}
.about{color:var(--soft)}
.list .about{margin:0 0 1.5rem}
.head{margin-bottom:1.5rem}
.head h1{margin:.1em 0 .3em;font-size:clamp(1.7rem,1.2rem + 2vw,2.4rem)}
.kind{text-transform:uppercase;letter-spacing:.06em;font-size:.75rem;margin:0}
[dir=rtl] .kind{letter-spacing:0}
.list article{padding:1.1rem 0;border-top:1px solid var(--line)}
.list .head+.unseen+article,.list .about+.unseen+article{border-top:0;padding-top:0}
.list h2{font-size:1.35rem;margin:.1em 0}
.list h2 a{text-decoration:none}
.list h2 a:hover{text-decoration:underline}
.list article p{margin:.3em 0}
.topics{display:flex;flex-wrap:wrap;gap:0 .9rem}
.topics a{color:var(--mark);text-decoration:none;display:inline-block;padding:.15rem 0}
.topics a:hover{text-decoration:underline}
.meta{display:flex;flex-wrap:wrap;gap:0 1em;margin:.3em 0}
.box{background:var(--box);border-radius:6px;padding:1rem 1.1rem;margin:0 0 1.5rem}
.box h2,.directory h2{font-size:1rem;margin:0 0 .4em}
.addresses li{display:grid;grid-template-columns:1fr auto;gap:.1rem .5rem;align-items:center;padding:.35rem 0;border-top:1px solid var(--line)}
.addresses a{font-weight:600;padding:.15rem 0;justify-self:start}
.addresses code{grid-row:2;grid-column:1/-1;user-select:all;overflow-wrap:anywhere;font-size:.8125rem;text-align:start}
.addresses button{padding:.15rem .6rem}
.readers a,.feeds a,footer a{display:inline-block;padding:.2rem 0;margin-inline-end:.9rem}
summary{cursor:pointer;padding:.2rem 0}
.qr{display:block;width:11rem;margin-top:.5rem}
.directory{margin-bottom:1.5rem}
.directory li{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;border-top:1px solid var(--line);padding:.25rem 0}
.directory li>a{padding:.1rem 0;margin-inline-end:auto}
.feeds{display:flex}
.feeds li{border:0;padding:0}
.meta>*,.topics li,.masthead li,.directory li>a{min-width:0}
[aria-current]{font-weight:700}
.paging{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;border-top:1px solid var(--line);padding-top:1rem}
.paging a{padding:.2rem 0}
.notice{border-inline-start:4px solid var(--mark);background:var(--box);padding:.75rem 1rem;margin:0 0 1.5rem}
.whole{max-width:42rem;margin-inline:auto}
.whole~*{max-width:42rem;margin-inline:auto}
.byline p{margin:.1em 0}
.body{font-size:1.125rem}
.body h1,.body h2{font-size:1.4rem}
.body h3{font-size:1.15rem}
.body ul{list-style:disc;padding-inline-start:1.4em}
.body li{margin:.25em 0}
.body .contains-task-list{list-style:none;padding:0}
blockquote{margin:1.2rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--mark);color:var(--soft)}
code,pre{font-size:.875em;direction:ltr}
pre{overflow-x:auto;background:var(--box);padding:.8rem 1rem;border-radius:6px}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.95rem}
th,td{border-bottom:1px solid var(--line);padding:.3rem 1rem .3rem 0;text-align:start;vertical-align:top}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
.note{margin-top:1.5rem}
.neighbours{display:flex;flex-wrap:wrap;gap:1rem 2rem;border-top:1px solid var(--line);padding:1rem 0;margin-top:2rem}
.neighbours a{flex:1 1 14rem;min-width:0;text-decoration:none}
.neighbours a:hover{text-decoration:underline}
.neighbours a[rel=next]{text-align:end}
.neighbours .kind{display:block}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:.75rem}
@media print{:root{${COLOURS.light};--paper:#fff;font-size:11pt}search,nav,aside,audio,button,.readers,.skip,.box.directory,footer a{display:none!important}body{max-width:none}.byline a[href]::after{content:" <" attr(href) ">";color:var(--soft)}article,p,figure{break-inside:avoid-page}.whole article,.whole{break-inside:auto}.masthead{margin-bottom:.5rem}}
`.trim();
