/*
 * Whose agreements there are, and what follows for each case: of every capability that has any, made of the names of
 * tables and the database, so that the pages of agreements load no more than that. None has yet: the block knows no
 * programme, and tests bring owners of their own.
 */

export {};
