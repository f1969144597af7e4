/**
 * The directory: which organizations offer which services, where and when. Words are those of HSDS; ours are in docs/dictionary.md.
 * Nobody else reads its tables; what follows it reads its change log.
 */
package org.balcao.directory;
