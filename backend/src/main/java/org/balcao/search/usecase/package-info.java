/** Who answers a search: the index, or PostgreSQL. */
package org.balcao.search.usecase;
