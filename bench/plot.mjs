import * as echarts from 'echarts';

const COLOURS = ['#5865f2', '#9aa0ae'];
const TEXT = { color: '#24292f', fontFamily: 'sans-serif' };

/**
 * Bars, the first in a colour of its own, as SVG without a browser.
 * @param {{ title: string, unit: string, log?: boolean, bars: { name: string, value: number }[] }} chart
 * @returns {string}
 */
export function barsSvg({ title, unit, log = false, bars }) {
  return draw(90 + bars.length * 28, {
    title: { text: title, textStyle: { ...TEXT, fontSize: 14 } },
    grid: { left: 190, right: 90, top: 40, bottom: 40 },
    xAxis: { type: log ? 'log' : 'value', name: unit, nameLocation: 'middle', nameGap: 26 },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }, at) => ({
          value,
          itemStyle: { color: COLOURS[at === 0 ? 0 : 1] },
        })),
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }) => Number(value.toPrecision(3)),
        },
      },
    ],
  });
}

/**
 * Lines over a logarithmic axis of sizes.
 * @param {{ title: string, x: string, y: string, log?: boolean, lines: { name: string, points: [number, number][] }[] }} chart
 * @returns {string}
 */
export function linesSvg({ title, x, y, log = false, lines }) {
  return draw(360, {
    title: { text: title, textStyle: { ...TEXT, fontSize: 14 } },
    legend: { bottom: 0 },
    grid: { left: 70, right: 30, top: 50, bottom: 80 },
    xAxis: { type: 'log', name: x, nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: log ? 'log' : 'value', name: y },
    series: lines.map(({ name, points }) => ({ type: 'line', name, data: points })),
  });
}

function draw(height, option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height });
  chart.setOption({ animation: false, backgroundColor: '#ffffff', textStyle: TEXT, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}
