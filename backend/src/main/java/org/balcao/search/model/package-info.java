/** Understanding what was typed: plain Java. */
package org.balcao.search.model;
