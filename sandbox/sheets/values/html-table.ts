const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The texts of the first table in HTML, without their markup; HTML without a table is one text. */
export function readHtmlTable(html: string): string[][] {
  const table = /<table\b[^>]*>(.*?)<\/table>/is.exec(html)?.[1];
  if (table === undefined) return [[plain(html)]];
  const rows = table.split(/<tr\b[^>]*>/i).slice(1);
  return rows.map((row) =>
    row
      .split(/<t[dh]\b[^>]*>/i)
      .slice(1)
      .map((cell) => plain(cell.replace(/<\/t[dhr]>.*$/is, ''))),
  );
}

const plain = (html: string) =>
  html
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, decoded)
    .trim();

function decoded(whole: string, decimal?: string, hex?: string, name = ''): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (Number.isNaN(code)) return entities[name.toLowerCase()] ?? whole;
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}
