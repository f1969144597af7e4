/** Which rules are served, and how they are looked after. */
package org.balcao.eligibility.usecase;
