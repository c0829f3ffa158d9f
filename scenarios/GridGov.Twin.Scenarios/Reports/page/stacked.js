// Tables that are rows of a few facts each: on a phone every row is a block of its own.

/** A title in the language shown, safe between tags. */
const titleIn = (title) => safe(lang === 'zh' ? title.zh : title.en);

/** A table of these heads and rows, or what is said where there are none. */
function table(heads, rows, none = '') {
  if (rows.length === 0 && none) return `<p class="intro">${none}</p>`;
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const cells = ([first, ...others]) =>
    `<th scope="row">${first}</th>` +
    others.map((cell, i) => `<td class="plain" data-head="${heads[i + 1]}"><div>${cell}</div></td>`).join('');
  return (
    `<div class="framed"><table class="stacked"><thead><tr>${head}</tr></thead><tbody>` +
    `${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></div>`
  );
}
