/**
 * The same keys with other words: English must have every key that Chinese has. What a language says of one thing alone stands
 * beside it as `key_one`, i18next's plural form; Chinese has none.
 */
export type Same<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]>;
} & { readonly [Key in keyof Words & string as Words[Key] extends string ? `${Key}_one` : never]?: string };
