/**
 * The one inline script: it runs before the first paint, so that neither the wrong theme nor the wrong sample is ever
 * seen. A choice comes from the address, else from what was kept, else it is the first there is; what the site does not
 * have is passed over and overwrites nothing. Package managers are one kept choice for each language that has several.
 * Its state is on `<html>` (`data-lang`, `data-style`, `data-theme`).
 * A browser that keeps nothing (storage blocked) only forgets the choice, which is why those errors end here.
 * It depends on the site's languages and styles only, so that all pages share one hash.
 */
export function firstPaint(languageIds: readonly string[], styleIds: readonly string[]): string {
	return `(()=>{
const root=document.documentElement,sheet=new CSSStyleSheet,lists={lang:${json(languageIds)},style:${json(styleIds)}};
const read=n=>{try{return localStorage.getItem(n)}catch{}};
const keep=(n,v)=>{try{localStorage.setItem(n,v)}catch{}};
const pick=n=>{const asked=new URLSearchParams(location.search).get(n),kept=read('specimen-'+n),has=v=>lists[n].includes(v);
if(has(asked))keep('specimen-'+n,asked);return has(asked)?asked:has(kept)?kept:lists[n][0]};
let managed=(read('specimen-managers')||'').split(' ').filter(n=>/^[\\w.+-]+$/.test(n));
const show=(l,s)=>{root.dataset.lang=l;root.dataset.style=s;
sheet.replaceSync(\`@media not print{.panel:not([data-for~="\${l}:\${s}"]){display:none}}.choice>[data-lang="\${l}"],.choice>[data-style="\${s}"]{color:var(--chosen-ink);background:var(--chosen-paper);box-shadow:var(--chosen-line)}\`+managed.map(m=>\`.install-lines:has([data-manager="\${m}"])>code{display:none}.install-lines>code[data-manager="\${m}"]{display:inline}\`).join(''))};
const manage=m=>{managed=m;keep('specimen-managers',m.join(' '));show(root.dataset.lang,root.dataset.style)};
root.dataset.theme=read('starlight-theme')||'auto';
root.dataset.js='';
document.adoptedStyleSheets=[sheet];
const choose=()=>show(pick('lang'),pick('style'));
choose();
window.specimen={choose,show,keep,manage,managers:()=>managed}
})()`;
}

function json(list: readonly string[]): string {
	return JSON.stringify(list).replaceAll('<', '\\u003c');
}
