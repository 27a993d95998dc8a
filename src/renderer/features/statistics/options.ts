import type { EChartsCoreOption } from './chart.ts';

export const classes = ['violation', 'overLimit', 'lead'] as const;
type FindingClass = (typeof classes)[number];

/** A category with its counts by class. */
export interface Counted {
  readonly value: string;
  readonly label: string;
  readonly violation: number;
  readonly overLimit: number;
  readonly lead: number;
}

export const totalOf = (row: Counted): number => row.violation + row.overLimit + row.lead;

/** Fills of marks; lighter than the colours of words, and still told from the ground. */
const fills = { violation: 'violation', overLimit: 'overLimitFill', lead: 'leadFill' } as const;

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Solid, hatched, dotted: the classes stay apart in grey print too. */
const decals = {
  violation: { symbol: 'none' },
  overLimit: {
    color: 'rgba(255,255,255,0.55)',
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: -Math.PI / 4,
  },
  lead: {
    color: 'rgba(255,255,255,0.6)',
    symbol: 'circle',
    symbolSize: 0.5,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
  },
} as const satisfies Record<FindingClass, unknown>;

const lines = {
  violation: { symbol: 'circle', type: 'solid' },
  overLimit: { symbol: 'rect', type: 'dashed' },
  lead: { symbol: 'triangle', type: 'dotted' },
} as const satisfies Record<FindingClass, unknown>;

function frame(fontSize: number): Record<string, unknown> {
  return {
    animationDuration: 150,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize, color: colour('text2') },
  };
}

const axisLook = (fontSize: number): Record<string, unknown> => ({
  axisLabel: { color: colour('text2'), fontSize },
  axisLine: { lineStyle: { color: colour('edge') } },
  splitLine: { lineStyle: { color: colour('hairline') } },
  axisTick: { show: false },
});

/** Heights of a bar with its gap (a row of the table) and of the axis below. */
const BAR_REM = 2.46;
const AXIS_REM = 2.2;
/** Letters of a chart are those of second lines, 12 of 13 px. */
const remOf = (fontSize: number): number => (fontSize * 13) / 12;

export const barsHeight = (bars: number): string => `${String(bars * BAR_REM + AXIS_REM)}rem`;

/** Stacked bars, one a category, first on top. */
export function barOption(
  rows: readonly Counted[],
  names: Readonly<Record<FindingClass, string>>,
  fontSize: number,
): EChartsCoreOption {
  return {
    ...frame(fontSize),
    // From edge to edge, so that a bar stands beside its row of the table.
    grid: { left: fontSize * 12, right: fontSize * 3, top: 0, bottom: AXIS_REM * remOf(fontSize) },
    xAxis: { type: 'value', minInterval: 1, ...axisLook(fontSize) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      ...axisLook(fontSize),
      axisLabel: { color: colour('text'), fontSize, width: fontSize * 11, overflow: 'truncate' },
      splitLine: { show: false },
    },
    series: classes.map((kind, index) => ({
      type: 'bar',
      stack: 'all',
      name: names[kind],
      barMaxWidth: fontSize * 1.2,
      itemStyle: { color: colour(fills[kind]), decal: decals[kind], borderColor: colour('panel'), borderWidth: 1 },
      data: rows.map((row) => row[kind]),
      ...(index === classes.length - 1
        ? {
            label: {
              show: true,
              position: 'right',
              color: colour('text'),
              fontSize,
              fontWeight: 600,
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                String(rows[dataIndex] ? totalOf(rows[dataIndex]) : ''),
            },
          }
        : {}),
    })),
  };
}

/** Lines over months with their own strokes and markers. */
export function lineOption(
  rows: readonly Counted[],
  names: Readonly<Record<FindingClass, string>>,
  fontSize: number,
): EChartsCoreOption {
  return {
    ...frame(fontSize),
    grid: { left: fontSize * 3, right: fontSize * 2, top: fontSize * 1.5, bottom: fontSize * 2.2 },
    xAxis: { type: 'category', data: rows.map((row) => row.label), ...axisLook(fontSize), splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, minInterval: 1, ...axisLook(fontSize) },
    series: classes.map((kind) => ({
      type: 'line',
      name: names[kind],
      symbol: lines[kind].symbol,
      symbolSize: 8,
      lineStyle: { type: lines[kind].type, width: 2 },
      itemStyle: { color: colour(fills[kind]) },
      data: rows.map((row) => row[kind]),
    })),
  };
}
