/** Where a window shall go: a screen by its name, a game by the provider's label, or an alert rule by its name. */
export type Place =
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'game'; readonly game: string }
  | { readonly kind: 'rule'; readonly rule: string };
