import type { Lang } from '../../shared/i18n.ts';
import { statisticsWords as words } from './statistics-texts.ts';

/* Plots without a script and without inline styles: an SVG as wide as the page, its lengths in per cent of it. */

export interface Bar {
  readonly label: string;
  /** What the length shows; below zero it goes to the left. */
  readonly value: number;
  /** The value for people. */
  readonly text: string;
}

export interface PlotProps {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  /** The same numbers, and more if there are more. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly lang: Lang;
}

const rowHeight = 46;
const barTop = 25;
const barHeight = 12;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** A heading, the bars, and a table of the same numbers. */
export function Plot({ id, title, description, bars, table, lang }: PlotProps) {
  return (
    <section class="plot" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <p>{description}</p>
      {bars.length === 0 ? (
        <p>{words.nothing[lang]}</p>
      ) : (
        <>
          <Bars id={id} title={title} description={description} bars={bars} />
          <details>
            <summary>
              {words.table[lang]}
              <span class="sr">: {title}</span>
            </summary>
            <div>
              <NumbersTable caption={title} {...table} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}

function Bars({ id, title, description, bars }: Pick<PlotProps, 'id' | 'title' | 'description' | 'bars'>) {
  const lowest = Math.min(0, ...bars.map(({ value }) => value));
  const highest = Math.max(0, ...bars.map(({ value }) => value));
  const range = highest - lowest || 1;
  const zero = -lowest / range;
  const height = bars.length * rowHeight;
  return (
    <svg width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-desc`} focusable="false">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {description} {bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}
      </desc>
      {bars.map(({ label, value, text }, index) => {
        const top = index * rowHeight;
        return (
          <g key={label}>
            <text x="0" y={top + 17}>
              {label}
            </text>
            <text class="value" x="100%" y={top + 17} text-anchor="end">
              {text}
            </text>
            <rect class="rail" x="0" y={top + barTop} width="100%" height={barHeight} rx="3" />
            <rect
              class="bar"
              x={percent(zero + Math.min(0, value) / range)}
              y={top + barTop}
              width={percent(Math.abs(value) / range)}
              height={barHeight}
              rx="3"
            />
          </g>
        );
      })}
      {lowest < 0 && <line class="zero" x1={percent(zero)} x2={percent(zero)} y1="20" y2={height} />}
    </svg>
  );
}

const NumbersTable = ({ caption, head, rows }: PlotProps['table'] & { readonly caption: string }) => (
  <table class="numbers">
    <caption class="sr">{caption}</caption>
    <thead>
      <tr>
        {head.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first = '', ...cells]) => (
        <tr key={first}>
          <th scope="row">{first}</th>
          {cells.map((cell, index) => (
            <td key={index}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
