/** Keeping the directory true, through the API. */
package org.balcao.upkeep.rest;
