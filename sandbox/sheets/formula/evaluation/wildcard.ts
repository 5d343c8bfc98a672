/** A character of a pattern, or what stands for any one or any many. */
type Sign = { readonly character: string } | 'one' | 'many';

/**
 * The test for texts like a pattern, without regard to case: `*` stands for any text and `?` for one character; `~` before
 * them takes that away. Not a regular expression, which many stars could keep busy for ever.
 */
export function wildcard(pattern: string): (text: string) => boolean {
  const signs = Array.from(pattern.toLowerCase().matchAll(/~([*?~])|(.)/gs), ([, escaped, plain]) =>
    signOf(escaped, plain),
  );
  return (text) => matches(signs, text.toLowerCase());
}

function signOf(escaped: string | undefined, plain = ''): Sign {
  if (escaped !== undefined) return { character: escaped };
  if (plain === '*') return 'many';
  return plain === '?' ? 'one' : { character: plain };
}

/** Where a text fails behind a star, the last star takes one character more: those before it need never be tried again. */
function matches(signs: readonly Sign[], text: string): boolean {
  let [at, sign] = [0, 0];
  let star: { sign: number; at: number } | undefined;
  while (at < text.length) {
    const wanted = signs[sign];
    if (wanted === 'many') {
      star = { sign, at };
      sign += 1;
    } else if (wanted === 'one' || (wanted && wanted.character === text.charAt(at))) {
      at += 1;
      sign += 1;
    } else if (star) {
      star.at += 1;
      at = star.at;
      sign = star.sign + 1;
    } else {
      return false;
    }
  }
  return signs.slice(sign).every((rest) => rest === 'many');
}
