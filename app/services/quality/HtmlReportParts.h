// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twin::services {

/// Look of the report: the reader's light or dark, and ink on paper.
inline constexpr const char* reportStyle = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2126;--soft:#5b6570;--line:#d9dee3;--tint:#f4f6f8;--accent:#0b6bcb;
--refused:#b3261e;--dropped:#b3261e;--invalid:#9a5a00;--heights:#9a5a00;--mended:#2a6b3c;--unknown:#5b6570;--notes:#5b6570}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e6eaee;--soft:#9aa6b2;--line:#2f3740;--tint:#1c2228;
--accent:#6cb2ff;--refused:#ff8a80;--dropped:#ff8a80;--invalid:#ffb74d;--heights:#ffb74d;--mended:#7fd69a;
--unknown:#9aa6b2;--notes:#9aa6b2}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,"Noto Sans","Segoe UI",sans-serif}
main{max-width:78rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0}
h2{font-size:1.15rem;margin:2.4rem 0 .6rem}
p{margin:.4rem 0}
.soft{color:var(--soft)}
a{color:var(--accent);text-underline-offset:2px}
.demo{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .5rem;color:var(--invalid)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.6rem,1fr));gap:.6rem;margin:1.4rem 0}
.tile{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:var(--tint)}
.tile b{display:block;font-size:1.35rem;line-height:1.2;font-variant-numeric:tabular-nums}
.tile.some b{color:var(--mark)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
.scroll{overflow-x:auto}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--soft);white-space:nowrap}
th button{all:unset;cursor:pointer}
th button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲"}
th[aria-sort=descending] button::after{content:" ▼"}
.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.place{white-space:nowrap;font-variant-numeric:tabular-nums}
code{font:.92em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--tint);border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;overflow-x:auto}
details.topic{border-top:1px solid var(--line)}
summary{cursor:pointer;padding:.5rem 0;display:flex;gap:.8rem;align-items:baseline}
summary::before{content:"▸";color:var(--soft)}
details[open]>summary::before{content:"▾"}
summary .count{min-width:4.5rem;text-align:right;font-variant-numeric:tabular-nums;font-weight:600;color:var(--mark)}
summary .title{flex:1}
.badge{font-size:.8rem;border:1px solid var(--line);border-radius:3px;padding:0 .4rem;color:var(--soft);white-space:nowrap}
.refused{--mark:var(--refused)}.dropped{--mark:var(--dropped)}.invalid{--mark:var(--invalid)}.heights{--mark:var(--heights)}
.mended{--mark:var(--mended)}.unknown{--mark:var(--unknown)}.notes{--mark:var(--notes)}
.tools{display:none;gap:.8rem;flex-wrap:wrap;margin:.8rem 0}
.scripted .tools{display:flex}
input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.3rem .6rem}
input{flex:1;min-width:14rem}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--tint:#fff}
.tools,.scripted .tools{display:none}body{font-size:10pt}main{max-width:none;padding:0}summary::before{content:""}
tr,summary{break-inside:avoid}h2{break-after:avoid}}
)css";

/// Filters by words and kind, sorts by a column's figures or letters, opens everything for paper.
inline constexpr const char* reportScript = R"js(
(()=>{"use strict";
document.documentElement.classList.add("scripted");
const topics=[...document.querySelectorAll("details.topic")];
const words=document.getElementById("words"),kind=document.getElementById("kind");
const filter=()=>{
  const wanted=words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  for(const topic of topics){
    const head=topic.dataset.find;let any=false;
    for(const row of topic.querySelectorAll("tbody tr")){
      const text=head+" "+row.textContent.toLowerCase();
      const fits=wanted.every(w=>text.includes(w));
      row.hidden=!fits;any=any||fits;
    }
    topic.hidden=!((any||wanted.every(w=>head.includes(w)))&&(!kind.value||topic.classList.contains(kind.value)));
  }
};
words.addEventListener("input",filter);kind.addEventListener("change",filter);
for(const button of document.querySelectorAll("th button"))button.addEventListener("click",()=>{
  const th=button.parentElement,body=th.closest("table").tBodies[0],at=th.cellIndex;
  const down=th.getAttribute("aria-sort")==="ascending";
  for(const other of th.parentElement.cells)other.removeAttribute("aria-sort");
  th.setAttribute("aria-sort",down?"descending":"ascending");
  const key=row=>{const cell=row.cells[at];const v=cell.dataset.v;return v===undefined?cell.textContent:Number(v);};
  const order=(a,b)=>typeof a==="number"&&typeof b==="number"?a-b:String(a).localeCompare(String(b));
  [...body.rows].sort((a,b)=>(down?-1:1)*order(key(a),key(b))).forEach(row=>body.append(row));
});
let shut=[];
addEventListener("beforeprint",()=>{shut=topics.filter(t=>!t.open);shut.forEach(t=>t.open=true);});
addEventListener("afterprint",()=>shut.forEach(t=>t.open=false));
})();
)js";

} // namespace twin::services
