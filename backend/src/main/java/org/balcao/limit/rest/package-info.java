/** Where requests are counted. */
package org.balcao.limit.rest;
