/** The rules of eligibility over HTTP. */
package org.balcao.eligibility.rest;
