/** Where packs of rules are kept. */
package org.balcao.eligibility.store;
