// The part of Markdown that Teams shows in card text: bold, italic, links and lists. Everything else stays the text it is:
// the text is escaped first, and only the tags written here are ever put around it.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => escapes[character]);
const safeLink = /^(https?:\/\/|mailto:|tel:)[^\s"'<>]+$/i;

// A private-use character with a number stands for a finished piece, so that a later rule cannot look inside it.
const open = '\uE000';
const close = '\uE001';

function inline(text) {
  const pieces = [];
  const keep = (html) => `${open}${pieces.push(html) - 1}${close}`;
  const restore = (html) => html.replace(/\uE000(\d+)\uE001/g, (_, index) => restore(pieces[index]));
  const marked = text
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, (_, character) => keep(escapeHtml(character)))
    .replace(/\[([^[\]]+)\]\(([^()\s]+)\)/g, (whole, label, address) => {
      const target = address.replace(/\uE000(\d+)\uE001/g, (_, index) => pieces[index]);
      return safeLink.test(target)
        ? keep(`<a href="${escapeHtml(target)}" rel="noopener noreferrer">${emphasis(label)}</a>`)
        : whole;
    });
  return restore(emphasis(marked));
}

function emphasis(text) {
  return escapeHtml(text)
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '<strong>$1</strong>')
    .replace(/\*(?=[^\s*])(.+?)(?<=[^\s*])\*/g, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, '<em>$1</em>');
}

const bullet = /^\s{0,3}[-*+]\s+(?=\S)/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(?=\S)/;
const kindOf = (line) => (bullet.test(line) ? 'ul' : numbered.test(line) ? 'ol' : line.trim() === '' ? 'gap' : 'p');

// Safe HTML for one text. One plain paragraph comes without a tag around it, because it also stands inside labels.
export function toHtml(text) {
  const blocks = [];
  for (const line of text.replace(/[\uE000\uE001]/g, '').split(/\r\n|\r|\n/)) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  const shown = blocks.filter((block) => block.kind !== 'gap');
  if (shown.length === 1 && shown[0].kind === 'p') return shown[0].lines.map(inline).join('<br>');
  return shown.map(({ kind, lines }) => (kind === 'p'
    ? `<p>${lines.map(inline).join('<br>')}</p>`
    : `<${kind}>${lines.map((line) => `<li>${inline(line.replace(kind === 'ul' ? bullet : numbered, ''))}</li>`).join('')}</${kind}>`
  )).join('');
}

// The shape of AdaptiveCard.onProcessMarkdown.
export function processMarkdown(text, result) {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
}
