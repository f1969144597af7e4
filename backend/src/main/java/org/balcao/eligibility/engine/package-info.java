/**
 * Eligibility rules evaluated: the language, its three-valued answers and its calendar, without a framework. The page has the same engine
 * in TypeScript; both are held together by the vectors in {@code eligibility/vectors} and by random rules.
 */
package org.balcao.eligibility.engine;
