/** Hands what was begun to `stack`, or ends it when the stack is over already: for what begins after a stop. */
export async function useLate(stack: AsyncDisposableStack, begun: AsyncDisposable): Promise<void> {
  if (stack.disposed) return begun[Symbol.asyncDispose]();
  stack.use(begun);
}
