type File = { name: string; mimeType: string; trashed: boolean };

const comparison =
  /^(name|mimeType|trashed)\s*(=|!=|contains)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(true|false))$/;

/** A search of files.list as a test of a file; undefined when the emulator does not know the query. */
export function fileQuery(query: string): ((file: File) => boolean) | undefined {
  const terms = splitTerms(query).map(readTerm);
  const tests = terms.filter((term) => term !== undefined);
  return tests.length === terms.length ? (file) => tests.every((test) => test(file)) : undefined;
}

/** Splits at `and` outside of quotes. */
function splitTerms(query: string): string[] {
  const parts = query.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\s+and\s+|[^"'\s]+|\s+/gi) ?? [];
  const terms = [''];
  for (const part of parts) {
    if (/^\s+and\s+$/i.test(part)) terms.push('');
    else terms.push(`${terms.pop()}${part}`);
  }
  return terms.map((term) => term.trim()).filter((term) => term !== '');
}

function readTerm(term: string): ((file: File) => boolean) | undefined {
  const [, field, operator, double, single, flag] = comparison.exec(term) ?? [];
  if (field !== 'name' && field !== 'mimeType' && field !== 'trashed') return undefined;
  const wanted = (double ?? single ?? flag ?? '').replaceAll(/\\(.)/g, '$1');
  return (file) => {
    const value = String(file[field]);
    if (operator === 'contains') return value.toLowerCase().includes(wanted.toLowerCase());
    return (value === wanted) === (operator === '=');
  };
}
