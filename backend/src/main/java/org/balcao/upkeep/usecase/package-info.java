/** Keeping the directory true. */
package org.balcao.upkeep.usecase;
