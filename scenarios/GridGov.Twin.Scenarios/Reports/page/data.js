// The report's data, and what is looked up in it everywhere.

const report = JSON.parse(document.getElementById('report-data').textContent);
const scene = JSON.parse(document.getElementById('scene-data').textContent);
const measures = new Map(report.measures.map((measure) => [measure.id, measure]));
const variants = report.variants.map((variant, index) => ({
  ...variant,
  index,
  letter: index < 26 ? String.fromCharCode(65 + index) : String(index + 1),
  colour: `var(--v${index % 8})`,
  city: scene.cities[scene.cityOfVariant[index]],
}));
const baseline = variants[0];
const deciding = report.decision ? measures.get(report.decision.measure) : report.measures.find((measure) => measure.isShown);
const leader = report.decision ? variants.find((variant) => variant.id === report.decision.leader) : baseline;

const sure = () => percent(report.experiment.confidence, Number.isInteger(Math.round(report.experiment.confidence * 1e6) / 1e4) ? 0 : 1);

/** The variant's letter in its colour. */
const letter = (variant) => `<span class="letter" style="--of:${variant.colour}">${variant.letter}</span>`;

const titleOf = (variant) => (lang === 'zh' ? variant.title.zh : variant.title.en);
