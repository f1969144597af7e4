/** What is offered while somebody types. */
package org.balcao.search.rest;
