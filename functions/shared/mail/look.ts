/** Inline, since mail clients drop style sheets; the values are those of functions/assets/tokens.css. */
const font =
  "font-family:'Pretendard GOV','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',Roboto,'Segoe UI',sans-serif";
const wrap = 'word-break:keep-all;overflow-wrap:break-word';

export const look = {
  ground: 'margin:0;padding:0;background:#f4f5f6;-webkit-text-size-adjust:100%',
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f4f5f6',
  margin: 'padding:24px 10px',
  column: 'max-width:600px',
  card: `padding:30px 24px;border:1px solid #cdd1d5;border-radius:12px;background:#ffffff;color:#1e2124;text-align:left;font-size:16px;line-height:1.7;${font};${wrap}`,
  brand: 'margin:0 0 8px;font-size:15px;font-weight:700;line-height:1.5;color:#0b50d0',
  footer: `padding:16px 24px;color:#464c53;text-align:left;font-size:14px;line-height:1.6;${font};${wrap}`,
  h1: 'margin:0 0 20px;font-size:23px;font-weight:700;line-height:1.4;color:#131416',
  h2: 'margin:28px 0 8px;font-size:18px;font-weight:700;line-height:1.5;color:#131416',
  paragraph: 'margin:0 0 16px',
  small: 'margin:0 0 12px;font-size:14px;line-height:1.6;color:#464c53',
  buttonRow: 'margin:24px 0',
  button:
    'display:inline-block;padding:14px 28px;border-radius:8px;background:#256ef4;color:#ffffff;font-size:17px;font-weight:700;line-height:1.5;text-decoration:none',
  address: 'color:#0b50d0;word-break:break-all',
  link: 'color:#0b50d0;text-decoration:underline',
  quote:
    'margin:0 0 16px;padding:12px 16px;border-left:4px solid #86aff9;background:#eef2f7;white-space:pre-line;word-break:keep-all;overflow-wrap:anywhere',
  facts: 'width:100%;margin:0 0 20px;border-collapse:collapse;border-top:1px solid #cdd1d5',
  term: 'padding:10px 12px 10px 0;border-bottom:1px solid #e6e8ea;width:34%;text-align:left;vertical-align:top;font-weight:700;font-size:15px;line-height:1.6',
  value:
    'padding:10px 0;border-bottom:1px solid #e6e8ea;text-align:left;vertical-align:top;font-size:15px;line-height:1.6;white-space:pre-line;word-break:keep-all;overflow-wrap:anywhere',
  reference: 'margin:0 0 20px;padding:16px 8px;border-radius:8px;background:#ecf2fe;text-align:center',
  referenceNumber: 'font-size:21px;font-weight:700;color:#083891;white-space:nowrap',
  list: 'margin:0 0 16px;padding:0 0 0 20px',
  item: 'margin:0 0 6px',
} as const;

/** For the clients that keep it: a dark mode of our own, instead of one that is guessed. */
export const mailStyles =
  '@media (prefers-color-scheme: dark){.ground{background:#131416!important}.card{background:#1e2124!important;border-color:#464c53!important;color:#f4f5f6!important}.strong{color:#ffffff!important}.accent{color:#86aff9!important}.quiet{color:#b1b8be!important}.tint{background:#33363d!important;color:#f4f5f6!important}.row{border-color:#464c53!important}}';
