/** Balcão: one desk for a country. */
package org.balcao;
