import { wildcard } from './wildcard.ts';
import type { Locale } from '../../locale/locale.ts';
import { typedNumber } from '../../values/typed-number.ts';
import { FormulaFailure } from './failure.ts';
import { compareItems } from './value.ts';
import type { Item } from './value.ts';

const signPattern = /^(<>|<=|>=|<|>|=)?(.*)$/s;

/** The test that a criterion such as `">=10"`, `"Jakarta"`, `"A*"` or `5` of COUNTIF puts items to. */
export function criterionOf(criterion: Item, locale: Locale): (item: Item) => boolean {
  if (typeof criterion !== 'string') return (item) => isLike(item, criterion) && compareItems(item, criterion) === 0;
  const [, sign = '=', text = ''] = signPattern.exec(criterion) ?? [];
  const wanted = wantedItem(text, locale);
  if (sign === '=') return equals(wanted, { given: criterion !== text });
  if (sign === '<>') return (item) => !equals(wanted, { given: true })(item);
  return (item) => isLike(item, wanted) && holds(sign, compareItems(item, wanted));
}

function wantedItem(text: string, locale: Locale): Item {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return typedNumber(text.trim(), { locale, year: Number.NaN })?.value ?? text;
}

/** Only items of the same type meet a criterion: an empty cell is not 0 here, nor is a failure anything. */
const isLike = (item: Item, wanted: Item) => !(item instanceof FormulaFailure) && typeof item === typeof wanted;

/** `"="` alone finds empty cells, `""` those with an empty text too. */
function equals(wanted: Item, { given }: { given: boolean }): (item: Item) => boolean {
  if (wanted === '') return (item) => item === undefined || (!given && item === '');
  if (typeof wanted !== 'string') return (item) => isLike(item, wanted) && compareItems(item, wanted) === 0;
  const isMatch = wildcard(wanted);
  return (item) => typeof item === 'string' && isMatch(item);
}

function holds(sign: string, order: number): boolean {
  switch (sign) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}
