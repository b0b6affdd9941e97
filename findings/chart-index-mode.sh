#!/bin/sh
# chart.js 4.6.1: what `index` mode finds, with `intersect: false`, where the data has a hole or the hand is off the axes
#
# One would expect it to find the slot nearest along x, wherever the hand is. Instead:
# - A hand outside the axes, where labels stand, finds nothing, though the points are all inside. `includeInvisible`,
#   documented for points outside the chart area, is what lets it find them.
# - A slot without a value is never found: the hand right above it gets a neighbour. `includeInvisible` does not change that.
# - A data set with a value there helps, if it is drawn with points of radius 0; one that is `hidden` does not count.
# It shaped app/_charts/trend-points.tsx: `includeInvisible`, and a data set for all slots that never shows.
#
# Seen (data set:index):
#   above slot 1: 0:1
#   below the x axis at slot 1: nothing
#   below the x axis at slot 1, includeInvisible: 0:1
#   above the hole at slot 2: 0:1
#   above the hole at slot 2, includeInvisible: 0:1
#   above the hole at slot 2, a hidden data set beside: 0:1
#   above the hole at slot 2, a data set of radius 0 beside: 1:2
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent chart.js@4.6.1 @napi-rs/canvas@1.1.1

cat > point.js <<'JS'
import { createCanvas } from '@napi-rs/canvas';
import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';

Chart.register(LinearScale, PointElement, ScatterController);

const dots = (heights) => heights.map((y, x) => ({ x, y }));
const slots = dots([0, 0, 0, 0, 0]);

function point(at, { below = false, includeInvisible = false, beside = [] } = {}) {
  const chart = new Chart(createCanvas(400, 200), {
    type: 'scatter',
    data: { datasets: [{ data: dots([1, 5, null, 5, 9]) }, ...beside] },
    options: { responsive: false, animation: false, scales: { x: { min: 0, max: 4 }, y: { min: 0, max: 10 } } },
  });
  const { top, bottom } = chart.chartArea;
  const hand = { native: true, x: chart.scales.x.getPixelForValue(at), y: below ? bottom + 10 : (top + bottom) / 2 };
  const found = chart.getElementsAtEventForMode(hand, 'index', { intersect: false, includeInvisible }, true);
  return found.map(({ datasetIndex, index }) => `${datasetIndex}:${index}`).join(' ') || 'nothing';
}

console.log('above slot 1:', point(1));
console.log('below the x axis at slot 1:', point(1, { below: true }));
console.log('below the x axis at slot 1, includeInvisible:', point(1, { below: true, includeInvisible: true }));
console.log('above the hole at slot 2:', point(2));
console.log('above the hole at slot 2, includeInvisible:', point(2, { includeInvisible: true }));
console.log('above the hole at slot 2, a hidden data set beside:', point(2, { beside: [{ data: slots, hidden: true }] }));
console.log(
  'above the hole at slot 2, a data set of radius 0 beside:',
  point(2, { beside: [{ data: slots, pointRadius: 0 }] }),
);
JS

cat > expected <<'SEEN'
above slot 1: 0:1
below the x axis at slot 1: nothing
below the x axis at slot 1, includeInvisible: 0:1
above the hole at slot 2: 0:1
above the hole at slot 2, includeInvisible: 0:1
above the hole at slot 2, a hidden data set beside: 0:1
above the hole at slot 2, a data set of radius 0 beside: 1:2
SEEN
node point.js > seen
cat seen
diff expected seen || { echo 'chart.js no longer behaves as described above.'; exit 1; }
