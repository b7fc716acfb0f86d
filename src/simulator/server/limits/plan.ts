/** A plan of the provider, by what a key on it may do. */
export interface Plan {
  /** Sockets open at the same time. */
  readonly sockets: number;
  /** Leagues and markets in one subscription. */
  readonly sports: number;
  readonly markets: number;
  readonly parlays: boolean;
  readonly playByPlay: boolean;
}

/** The provider's plans. */
export const PLANS = {
  starter: { sockets: 1, sports: 1, markets: 1, parlays: false, playByPlay: false },
  growth: { sockets: 1, sports: 3, markets: Infinity, parlays: false, playByPlay: false },
  trial: { sockets: 3, sports: Infinity, markets: Infinity, parlays: true, playByPlay: true },
  pro: { sockets: 3, sports: Infinity, markets: Infinity, parlays: true, playByPlay: true },
  custom: { sockets: Infinity, sports: Infinity, markets: Infinity, parlays: true, playByPlay: true },
} satisfies Record<string, Plan>;

export type PlanName = keyof typeof PLANS;

/** Whether a text names a plan. */
export function isPlanName(name: string): name is PlanName {
  return Object.hasOwn(PLANS, name);
}

/** Why a plan does not allow a subscription to so many leagues and markets; `null` when it does. */
export function planRefusal(plan: Plan, sports: number, markets: number): string | null {
  if (sports > plan.sports) return `Your plan allows ${count(plan.sports, 'sport')} per connection.`;
  if (markets > plan.markets) return `Your plan allows ${count(plan.markets, 'market')} per connection.`;
  return null;
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`;
}
