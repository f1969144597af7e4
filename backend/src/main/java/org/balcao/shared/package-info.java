/** What every part of Balcão needs and nobody owns: pages of a list, stable ids, the clock, problems. It knows nobody else. */
package org.balcao.shared;
