/**
 * The desks of today that point to everything else, by their ids in the directory (StableId of the starter data: loja-aima, claim-rede). A
 * directory that does not have them shows none.
 */
export const OPEN_DESKS: readonly string[] = ['c7e128a8-8d51-5aec-aefb-2fa3e46ae4b3', 'a9e0438b-7908-5baa-ac07-fbfb0458d80a']
