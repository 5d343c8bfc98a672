import { Composer, type Filter, type NextFunction } from 'grammy';
import { mayAdminister, type Role } from '../people/role.ts';
import { type Action, type ArgumentsOf, readButton } from './callback.ts';
import type { Turn, TurnContext } from './turn.ts';

/** Who may. The rule is asked at every press and every command, whatever was shown before (B2). */
export type Rule = 'anyone' | 'team' | 'administrators' | 'owner';

const allows: Readonly<Record<Rule, (role: Role) => boolean>> = {
  anyone: () => true,
  team: (role) => role !== 'customer',
  administrators: mayAdminister,
  owner: (role) => role === 'owner',
};

type Done = Promise<void> | void;

/** What a part of the conversation listens to. */
export type Listen = {
  command: (names: string | string[], rule: Rule, handle: (turn: Turn) => Done) => void;
  press: <A extends Action>(
    action: A,
    rule: Rule,
    handle: (turn: Turn, args: ArgumentsOf<A>, ctx: TurnContext) => Done,
  ) => void;
  /** A text that is no command; `next` leaves it to the parts after this one. */
  text: (handle: (turn: Turn, text: string, next: NextFunction) => Done) => void;
};

/** One domain's part of the conversation, as a grammY composer. */
export function part(define: (on: Listen) => void): Composer<TurnContext> {
  const composer = new Composer<TurnContext>();
  define({
    command(names, rule, handle) {
      composer.command(names, ({ turn }) => (isAllowed(turn, rule) ? handle(turn) : refuse(turn, rule)));
    },
    press(action, rule, handle) {
      composer.on('callback_query:data', (ctx, next) => {
        const args = readButton(ctx.callbackQuery.data, action);
        if (!args) return next();
        return isAllowed(ctx.turn, rule) ? handle(ctx.turn, args, ctx) : refuse(ctx.turn, rule);
      });
    },
    text(handle) {
      composer.on('message:text', (ctx: Filter<TurnContext, 'message:text'>, next) =>
        ctx.message.text.startsWith('/') ? next() : handle(ctx.turn, ctx.message.text, next),
      );
    },
  });
  return composer;
}

const isAllowed = (turn: Turn, rule: Rule) => allows[rule](turn.speaker.role);

const refuse = (turn: Turn, rule: Rule) => turn.decline(rule === 'team' ? 'staff-only' : 'not-allowed');
