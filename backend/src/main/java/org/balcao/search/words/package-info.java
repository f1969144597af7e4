/** Words and their forms: folded to plain small Latin letters, and stemmed by the rules of each language. Lucene's analysis, no index. */
package org.balcao.search.words;
