import { useEffect, useRef, type ReactElement } from 'react';
import { initChart, type EChartsCoreOption, type EChartsType } from './chart.ts';

interface Props {
  readonly option: EChartsCoreOption;
  readonly label: string;
  readonly height: string;
  /** Index of the category and of the series that was pressed. */
  readonly onMark: (index: number, series: number) => void;
}

/** A drawing for the eye; the table beside it is the same for keyboard and reader. */
export function Chart({ option, label, height, onMark }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const mark = useRef(onMark);
  useEffect(() => {
    mark.current = onMark;
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = initChart(element);
    chart.current = made;
    made.on('click', ({ dataIndex, seriesIndex }) => {
      mark.current(dataIndex, seriesIndex ?? 0);
    });
    const watch = new ResizeObserver(() => {
      made.resize();
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, true);
  }, [option]);
  return <div ref={box} role="img" aria-label={label} style={{ height }} />;
}
