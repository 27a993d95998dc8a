/** ECharts with only what is used; drawn as SVG so that text stays text. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

export type { EChartsCoreOption, EChartsType };
export const initChart = (element: HTMLElement): EChartsType => init(element, null, { renderer: 'svg' });
