import type { Chance } from '../world/chance.ts';

const FIRST_NAMES = (
  'Adrian Aiden Alden Amos Anders Aric Barrett Beckett Bram Brice Caleb Callum Cedric Corbin Dane Darius ' +
  'Delmar Desmond Eamon Edric Elias Emmett Ezra Finley Gareth Gideon Grady Hale Harlan Hollis Ivor Jarek ' +
  'Jonas Joren Kellan Kendrick Lachlan Leif Lennox Lionel Lorcan Malik Marek Milo Nash Nikolai Oren Oscar ' +
  'Pascal Perrin Quill Rafe Renzo Roderick Rowan Soren Stellan Tavis Teague Tobias Ulric Vaughn Weston Zane'
).split(' ');

const FIRST_NAMES_WOMEN = (
  'Adela Alina Annika Beatrix Brielle Calla Carina Daria Delphine Elena Elise Fiora Freya Greta Hanne Ilse ' +
  'Imogen Irina Jelka Juno Katya Lena Livia Maren Mila Nadine Oksana Petra Renata Saskia Tilda Vesna Yara Zora'
).split(' ');

const LAST_NAMES = (
  'Abernel Ackley Albright Ashdown Averill Barlowe Belcastro Bexley Brannock Calloway Carrow Castellane ' +
  'Crowhurst Dallimore Darrow Delacourt Devereaux Draycott Ellingham Fairbourne Farrant Fenwick Galloway ' +
  'Garrick Hadleigh Hargreave Hawthorn Ingersleb Jannsen Jessup Kaltenbach Kerrigan Kestrel Lanthorn Larkspur ' +
  'Lindqvist Lockridge Marchetti Marlowe Merriden Montclair Navarro-Reyes Northcote Okonjo Oleander Ormsby ' +
  'Pemberlane Penhallow Quintrell Ravensworth Redfern Rosendahl Sandoval-Pike Selwyn Stanmore Strand Tamsin ' +
  'Thackeray Thornbury Underhill Valcourt Vandermeer Verhoeven Wainscott Westergaard Winterbourne Wycliffe ' +
  "Yarrow Zielke O'Dunmore D'Aubrey McAllard"
).split(' ');

/** A name that nobody bears: invented parts put together. */
export function playerName(chance: Chance, women = false): string {
  return `${chance.pick(women ? FIRST_NAMES_WOMEN : FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`;
}

/** `count` different invented names, the same for the same source. */
export function playerNames(chance: Chance, count: number, women = false): readonly string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(playerName(chance, women));
  return [...names];
}
