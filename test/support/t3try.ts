import { AxeBuilder } from '@axe-core/playwright';
import { openBrowser } from './browser.ts';
for (const which of ['sys','npm']) {
  process.env.BROWSER = which;
  let t=Date.now();
  const b = await openBrowser();
  console.log(which, b.version(), Date.now()-t);
  const c = await b.newContext({ javaScriptEnabled:false, bypassCSP:true, viewport:{width:390,height:800}});
  const p = await c.newPage();
  await p.setContent('<!doctype html><html lang=ko><title>가</title><main><h1>한글 abc</h1><input><div autofocus tabindex=-1 id=x>a</div></main>');
  t=Date.now();
  console.log(await p.evaluate(()=>document.documentElement.scrollWidth));
  const r = await new AxeBuilder({page:p}).setLegacyMode(true).withTags(['wcag2a','wcag2aa']).analyze();
  console.log(r.violations.map(v=>v.id), Date.now()-t);
  await b.close();
}
