/** What the provider says when it refuses, and what it acknowledges with. */
export const WORDS = {
  subscriptionUpdated: 'You have succesfully updated your subscription filters.',
  resubscribeLimit: 'Re-subscription rate limit hit. Please wait 5 seconds before re-subscribing.',
  connectLimit:
    'WebSocket connection rate limit exceeded. Connections are limited to 12 per minute per IP address.',
  getLimit: 'Rate limit exceeded. Requests are limited to 12 per minute per IP address.',
  tooManyConnections: 'too many concurrent connections',
  invalidKey: 'Invalid API key.',
  notInPlan: 'This feature is not available on your current plan.',
  noSubscription: 'No subscription received. Please send your subscription message soon after connecting.',
  notUnderstood: 'Invalid subscription message.',
  unknownEndpoint: 'Not found.',
  needsSportsbook: 'The sportsbooks parameter is required.',
} as const;
