/** The sheet of the pages of runs; the graphs have classes only. */
export const style = `
:root { font: 16px/1.6 system-ui, sans-serif; color: #1e2124; background: #fff }
* { box-sizing: border-box }
body { margin: 0 } main { max-width: 90rem; margin: 1.5rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; line-height: 1.3; overflow-wrap: anywhere } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 700; padding: .5rem 0 }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #cdd1d5; vertical-align: top; overflow-wrap: break-word }
a { color: #0b50d0 } input, button { font: inherit; padding: .5rem .75rem; max-width: 100%; border: 1px solid #58616a; border-radius: 6px; background: #fff; color: inherit }
button { background: #0b50d0; border-color: #0b50d0; color: #fff }
pre { background: #f4f5f6; padding: .75rem 1rem; margin: .25rem 0 1rem; overflow: auto; font-size: .875rem; line-height: 1.5 }
summary { cursor: pointer; padding: .35rem 0 }
.scroll { overflow-x: auto; border: 1px solid #cdd1d5; border-radius: 6px }
.table { overflow-x: auto }
.note { color: #58616a; margin: .25rem 0 } .note.row { margin: 0 }
.status { font-weight: 700; white-space: nowrap } .status.FAILED, .status.TIMED_OUT { color: #bd2c0f } .status.RUNNING { color: #0b50d0 } .status.SUCCEEDED { color: #267337 }
.status.ABORTED, .status.superseded { color: #58616a }
.box { border-left: 4px solid #bd2c0f; background: #fdefec; padding: .5rem 1rem; margin: 1rem 0 } .box.retrying { border-color: #9e6a00; background: #fff3db } .box.waiting { border-color: #0b50d0; background: #eef2fa }
.box h2 { margin: .25rem 0 } dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .25rem 0 } dt { font-weight: 700 } dd { margin: 0; overflow-wrap: anywhere }
.graph { display: block; font: 13px system-ui, sans-serif }
.graph .box-of, .graph .start { fill: #f4f5f6; stroke: #8a949e } .graph .start { fill: #1e2124 } .graph text { fill: #464c53; text-anchor: middle } .graph .label, .graph .mark { font-size: 11px }
.graph .way { fill: none; stroke: #8a949e } .graph .tip { fill: #8a949e }
.graph .taken .box-of { fill: #eef2fa; stroke: #0b50d0; stroke-width: 1.5 } .graph .taken text { fill: #1e2124 } .graph .taken .way { stroke: #0b50d0; stroke-width: 2 } .graph .taken .tip { fill: #0b50d0 } .graph .taken .label { fill: #0b50d0; font-weight: 700 }
.graph .mark { font-weight: 700 }
.graph .here .box-of { fill: #0b50d0; stroke: #063a74; stroke-width: 3 } .graph .here .inside { fill: #fff; font-weight: 700 }
.graph .retrying .box-of { fill: #ffe0a3; stroke: #9e6a00; stroke-width: 3 } .graph .failed .box-of { fill: #bd2c0f; stroke: #7a1c0a; stroke-width: 3 } .graph .retrying .inside { font-weight: 700; fill: #1e2124 } .graph .failed .inside { fill: #fff; font-weight: 700 }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .35rem } thead { display: none } table, tbody, tr, td { display: block } td { border: 0; padding: .1rem 0 } td:empty { display: none } tr { border-bottom: 1px solid #cdd1d5; padding: .4rem 0 } }
`;
