import { money, percent } from '../texts/figures.ts';
import { escapeHtml } from '../texts/html.ts';
import type { Texts } from '../texts/texts.ts';

/** A bonus code of the rank table in words, as HTML; null for `none`. A code that is not known is shown as it is. */
export function bonusInWords(code: string, texts: Texts): string | null {
  const { language } = texts;
  const [, kind, figure] = /^(\w+?)_(\d+(?:\.\d+)?)$/.exec(code) ?? [code, code, ''];
  switch (kind) {
    case 'none':
      return null;
    case 'flat':
      return texts.html('bonus-flat', { amount: money(language, figure) });
    case 'percent_next':
      return texts.html('bonus-percent-next', { percent: percent(language, figure) });
    case 'percent_prev':
      return texts.html('bonus-percent-prev', { percent: percent(language, figure) });
    case 'percent_all':
      return texts.html('bonus-percent-all', { percent: percent(language, figure) });
    case 'double_commission':
      return texts.html('bonus-double-commission');
    case 'paid_day_off':
      return texts.html('bonus-paid-day-off');
    case 'telegram_premium':
      return texts.html('bonus-telegram-premium');
    default:
      return escapeHtml(code);
  }
}
