/** The pseudo-book of the provider's mean price: nobody can bet there, so it is never best and never a leg. */
export const CONSENSUS = 'consensus';
